import { dashboardStates } from '../states/dashboard.ts';
import { dashboardPages } from '../states/pages.ts';
import { open } from './open.ts';

open({ ...dashboardStates, ...dashboardPages });
