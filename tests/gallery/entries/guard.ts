import '../stage/guard.ts';
import '@/entrypoints/guard/main.tsx';
