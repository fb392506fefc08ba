import { popupStates } from '../states/popup.ts';
import { open } from './open.ts';

open(popupStates);
