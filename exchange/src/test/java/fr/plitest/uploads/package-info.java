/** Outside the packages that applications scan: the upload path alone behind a real HTTP server, light enough to be killed and started again many times. */
package fr.plitest.uploads;
