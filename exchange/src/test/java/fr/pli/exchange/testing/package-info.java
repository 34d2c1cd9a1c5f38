/** The vocabulary of the tests: real database, a clock that tests drive. */
package fr.pli.exchange.testing;
