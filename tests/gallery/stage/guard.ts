import { guardStates } from '../states/guard.ts';
import { open } from './open.ts';

open(guardStates);
