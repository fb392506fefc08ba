import { welcomeStates } from '../states/welcome.ts';
import { open } from './open.ts';

open(welcomeStates);
