package fr.pli.exchange.attachment;

import org.jspecify.annotations.Nullable;

/**
 * What one pass over the stored bytes found.
 *
 * @param sha256 lower-case hex
 * @param mediaType by content
 * @param verdict null when clamd did not answer
 * @param trouble why it did not, null otherwise
 */
record AnalysisFindings(
        String sha256,
        long crc32,
        String mediaType,
        @Nullable Verdict verdict,
        @Nullable ClamdTrouble trouble) {}
