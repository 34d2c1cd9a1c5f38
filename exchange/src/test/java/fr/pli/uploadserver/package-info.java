/** The upload path alone behind a real HTTP server, light enough to be killed and started again many times. */
package fr.pli.uploadserver;
