import '../stage/dashboard.ts';
import '@/entrypoints/options/main.tsx';
