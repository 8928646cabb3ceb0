//! The runner against small services that answer well, badly, slowly, too much or not at all.

mod cases;
mod network;
mod world;
