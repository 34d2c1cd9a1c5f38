package fr.pli.exchange.attachment;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** A first look at what a file is, while it arrives; the analysis of the stored bytes has the last word (U-7). */
@Component
public class FirstBytes {

    /** How many bytes are looked at, at most. */
    public static final int LOOKED_AT = 8192;

    private final MediaTypes types;

    FirstBytes(MediaTypes types) {
        this.types = types;
    }

    /** The media type; empty where only the whole file tells, as for the many formats that are zips. */
    public Optional<String> type(byte[] head, int length) {
        return Optional.of(types.detect(head, length, null)).filter(type -> !MediaTypes.UNREFINED.contains(type));
    }
}
