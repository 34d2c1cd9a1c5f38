/** The pages and the programming interface of messages: boxes, compose page, drafts. */
@org.jspecify.annotations.NullMarked
package fr.pli.exchange.message.web;
