package fr.pli.exchange.receipt;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.message.Message;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A message as its sender sees it: who had what, and when.
 *
 * @param sender name
 * @param sentBy name of who sent it for the sender with a delegation
 */
public record Sent(
        Message message,
        String sender,
        @Nullable String sentBy,
        List<FileLine> files,
        List<Reader> readers,
        List<Event> events) {

    /** Beyond this a column for each file is no table any more: files are then listed below their reader. */
    private static final int COLUMNS = 4;

    public boolean wide() {
        return files.size() <= COLUMNS;
    }

    /** Recipients in their order, each office followed by its members. */
    public List<Reader> lines() {
        return readers.stream()
                .flatMap(reader -> Stream.concat(Stream.of(reader), reader.members().stream()))
                .toList();
    }

    /** Who received it, one by one. */
    private Stream<Reader> people() {
        return lines().stream().filter(reader -> !reader.office() && !reader.former());
    }

    /** Every recipient has everything. */
    public boolean whole() {
        return people().allMatch(Reader::whole);
    }

    /** Somebody has not collected everything and may be reminded now. */
    public boolean remindable(Instant now) {
        return people().anyMatch(reader -> !reader.whole() && reader.remindedUntil(now) == null);
    }

    /** Something was not collected when the message ended. */
    public boolean negative() {
        return people().anyMatch(reader -> reader.uncollected() != null);
    }

    public long bytes() {
        return files.stream().mapToLong(FileLine::length).sum();
    }

    /**
     * One recipient's line.
     *
     * @param seenAt null for an office, as its cells are empty: its members have them
     * @param seenBy name of who opened it for the recipient with a delegation
     * @param cells one for each file, in the order of the files
     * @param members of an office: who belongs to it, and who did and acted on this message
     * @param under shown under the office it receives through
     * @param former no longer a member of that office
     * @param reminded when the sender reminded them
     * @param uncollected what they lacked when the message ended
     */
    public record Reader(
            UUID id,
            @Nullable Person person,
            Announcements.@Nullable Told told,
            List<Announcements.Reminded> reminded,
            @Nullable Instant seenAt,
            @Nullable String seenBy,
            List<Cell> cells,
            @Nullable Uncollected uncollected,
            List<Reader> members,
            boolean under,
            boolean former) {

        public Reader {
            members = List.copyOf(members);
        }

        public boolean office() {
            return person != null && person.profile().functional();
        }

        /** Members who have opened it. */
        public long opened() {
            return members.stream().filter(member -> member.seenAt() != null).count();
        }

        /** Members who have every file. */
        public long served() {
            return members.stream().filter(Reader::whole).count();
        }

        /** Nothing is left to collect; a message without files is collected by reading it. */
        public boolean whole() {
            return cells.isEmpty() ? seenAt != null : complete() == cells.size();
        }

        /** From when on they may be reminded again; null when they may be now. */
        public @Nullable Instant remindedUntil(Instant now) {
            return reminded.isEmpty() || !now.isBefore(reminded.getLast().again())
                    ? null
                    : reminded.getLast().again();
        }

        public long complete() {
            return cells.stream()
                    .filter(cell -> cell.receipt() != null && cell.receipt().completeAt() != null)
                    .count();
        }

        public boolean begun() {
            return cells.stream().anyMatch(cell -> cell.receipt() != null);
        }

        public int percent() {
            long all = cells.stream().mapToLong(cell -> cell.file().length()).sum();
            long had = cells.stream()
                    .mapToLong(
                            cell -> cell.receipt() == null ? 0 : cell.receipt().bytes())
                    .sum();
            return all == 0 ? 100 : (int) (had * 100 / all);
        }
    }

    /**
     * What one recipient had of one file.
     *
     * @param receipt null before the first byte
     * @param glance null before the first preview (U-10)
     */
    public record Cell(
            FileLine file,
            @Nullable Receipt receipt,
            @Nullable Glance glance) {}

    /**
     * A line of the journal.
     *
     * @param words bundle key
     * @param who name of the person who acted or whom it is about
     * @param forWhom name of the person they acted for, with a delegation
     * @param file path of the file it is about
     */
    public record Event(
            Instant at,
            String words,
            @Nullable String who,
            @Nullable String forWhom,
            @Nullable String file,
            @Nullable String percent) {}
}
