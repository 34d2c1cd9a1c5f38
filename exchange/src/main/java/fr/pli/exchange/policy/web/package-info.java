/** The page and the programming interface of policies. */
@org.jspecify.annotations.NullMarked
package fr.pli.exchange.policy.web;
