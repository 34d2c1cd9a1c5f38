/** The page and the programming interface of delegations. */
@org.jspecify.annotations.NullMarked
package fr.pli.exchange.delegation.web;
