/**
 * The programming interface described (P-1): OpenAPI 3.1 at {@code /api/v1/openapi}, the same as a page at {@code /api}.
 * What each call is for stands in the bundles {@code messages/api}, what it may be refused for in
 * {@code api/problems.properties}. Start reading at {@link fr.pli.app.openapi.Calls}.
 */
@org.jspecify.annotations.NullMarked
package fr.pli.app.openapi;
