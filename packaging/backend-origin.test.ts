import { describe, expect, it } from 'vitest';
import { readBackendOrigin } from './backend-origin.ts';

describe("the backend's address", () => {
  it.each([
    ['https://triage.example.com', 'https://triage.example.com'],
    ['https://triage.example.com/', 'https://triage.example.com'],
    ['https://triage.example.com:8443', 'https://triage.example.com:8443'],
    ['http://localhost:8787', 'http://localhost:8787'],
  ])('%s is taken as %s', (address, origin) => {
    expect(readBackendOrigin(address)).toBe(origin);
  });

  it.each([
    ['triage.example.com', 'not a web address'],
    ['', 'not a web address'],
    ['ftp://triage.example.com', 'not a web address'],
    ['http://triage.example.com', 'must begin with https://'],
    ['http://127.0.0.1:8787', 'must begin with https://'],
    ['http://localhost.example.com', 'must begin with https://'],
    ['https://triage.example.com/api', 'must end after the host'],
    ['https://triage.example.com/?a=1', 'must end after the host'],
    ['https://user:word@triage.example.com', 'must end after the host'],
  ])('%s is refused', (address, reason) => {
    expect(() => readBackendOrigin(address)).toThrow(reason);
  });
});
