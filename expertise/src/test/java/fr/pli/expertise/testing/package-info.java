/** The vocabulary of the tests of expertises, besides that of the exchange. */
package fr.pli.expertise.testing;
