package fr.pli.exchange.preview;

import org.jspecify.annotations.Nullable;

/**
 * One page of a file as it is shown: pixels and plain text, nothing of the file itself.
 *
 * @param pages of the whole file, at least 1
 * @param page this one, from 1
 * @param text of this page, without control characters; empty when there is none
 * @param cut whether the text goes on beyond what is shown
 * @param picture null for a file that is text
 */
public record Preview(
        int pages,
        int page,
        String text,
        boolean cut,
        @Nullable Picture picture) {

    /**
     * The page drawn anew.
     *
     * @param mediaType {@code image/png} or {@code image/jpeg}
     */
    public record Picture(String mediaType, int width, int height, byte[] bytes) {}
}
