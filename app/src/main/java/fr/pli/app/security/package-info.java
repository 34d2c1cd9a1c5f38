/**
 * The doors: filter chains, sessions, headers, forms. Start reading at {@link fr.pli.app.security.Doors}.
 */
@org.jspecify.annotations.NullMarked
package fr.pli.app.security;
