/** The verbs of tus 1.0.0 under {@code /api/v1/uploads}. */
@org.jspecify.annotations.NullMarked
package fr.pli.exchange.upload.web;
