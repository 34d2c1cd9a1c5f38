/**
 * « Aide » and « Nouveautés » (O-6): articles written for this product, one HTML file for each and language below
 * {@code help/}, with pictures that ops/screens takes; dated news below {@code news/}. Start reading at
 * {@link fr.pli.app.help.Library}.
 */
@org.jspecify.annotations.NullMarked
package fr.pli.app.help;
