import { z } from 'zod';

// Zod would compile each schema with `new Function`, which the content security policy forbids. It decides when a schema
// is made, so this runs before any module that makes one: see vite.config.ts.
z.config({ jitless: true });
