/**
 * How the platform is doing (O-4): the state page, the same as metrics and health, and the administrators' banners.
 * Start reading at {@link fr.pli.app.state.Overview}.
 */
@org.jspecify.annotations.NullMarked
package fr.pli.app.state;
