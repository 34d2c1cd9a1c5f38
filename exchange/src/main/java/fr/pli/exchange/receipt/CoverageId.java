package fr.pli.exchange.receipt;

import java.util.UUID;

/**
 * One cell of the table of receipts: one reader, one file of one message.
 *
 * @param actingFor the reader, unless a delegation is used
 */
record CoverageId(UUID file, UUID message, UUID reader, UUID actingFor) {

    static CoverageId of(UUID reader, UUID message, UUID file) {
        return new CoverageId(file, message, reader, reader);
    }
}
