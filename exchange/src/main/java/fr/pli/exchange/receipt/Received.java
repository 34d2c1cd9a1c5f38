package fr.pli.exchange.receipt;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.message.Message;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message as a recipient sees it.
 *
 * @param sentBy name of who sent it for the sender with a delegation
 * @param readable whether its files can be had now; otherwise its life is over
 */
public record Received(
        Message message, @Nullable Person sender, @Nullable String sentBy, boolean readable, List<Line> files) {

    public long bytes() {
        return files.stream().mapToLong(line -> line.file().length()).sum();
    }

    /**
     * A file and what this recipient had of it.
     *
     * @param receipt null before the first byte
     * @param glance null before the first preview (U-10)
     */
    public record Line(
            FileLine file,
            @Nullable Receipt receipt,
            @Nullable Glance glance) {}
}
