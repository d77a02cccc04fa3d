/** Says on stderr how far it is, every two seconds. */
export function createProgress(what: string, total: number): (done: number) => void {
  let last = performance.now();
  return (done) => {
    if (performance.now() - last < 2000) return;
    last = performance.now();
    console.error(`${what}: ${done} of ${total}`);
  };
}
