import '../stage/welcome.ts';
import '@/entrypoints/welcome/main.tsx';
