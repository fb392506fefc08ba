import { Export } from './data/Export.tsx';
import { Import } from './data/Import.tsx';
import { Sync } from './data/Sync.tsx';
import './data/data.css';

/** What the person owns: out as files, and in again. */
export function Data() {
  return (
    <div class="stack reading">
      <Export />
      <Import />
      <Sync />
    </div>
  );
}
