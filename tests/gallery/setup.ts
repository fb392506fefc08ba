import { buildGallery } from './build.ts';

/** Builds the gallery once for all of its tests. */
export default buildGallery;
