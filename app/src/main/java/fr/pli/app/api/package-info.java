/**
 * What holds for every call of the programming interface: limits and scopes of tokens, repeated requests. Start reading at
 * {@link fr.pli.app.api.CallFilters}.
 */
@org.jspecify.annotations.NullMarked
package fr.pli.app.api;
