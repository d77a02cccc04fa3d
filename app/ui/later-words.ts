import { words } from 'virtual:english-later';
import { english } from './translate.ts';

/** What the panels of the second tier say, known from when their chunk is there. */
Object.assign(english, words);
