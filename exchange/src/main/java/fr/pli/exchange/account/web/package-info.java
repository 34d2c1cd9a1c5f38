/** Pages and programming interface of the account feature. */
@org.jspecify.annotations.NullMarked
package fr.pli.exchange.account.web;
