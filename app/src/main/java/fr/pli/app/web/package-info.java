/** What all pages share: layout, language, refusals and errors. Start reading at {@link fr.pli.app.web.LayoutModel}. */
@org.jspecify.annotations.NullMarked
package fr.pli.app.web;
