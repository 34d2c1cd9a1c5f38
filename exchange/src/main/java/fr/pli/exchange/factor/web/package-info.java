/** Pages and programming interface of second factors. */
@org.jspecify.annotations.NullMarked
package fr.pli.exchange.factor.web;
