//! Plans of small contracts, and judgements of answers.

mod bindings;
mod judging;
mod planning;
mod reaching;
mod small;
