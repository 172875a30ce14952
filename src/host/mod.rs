//! Native tools.
