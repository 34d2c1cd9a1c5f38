/** The state page. */
@org.jspecify.annotations.NullMarked
package fr.pli.app.state.web;
