import { dashboardStates } from '../states/dashboard.ts';
import { open } from './open.ts';

open(dashboardStates);
