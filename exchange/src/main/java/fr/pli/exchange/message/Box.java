package fr.pli.exchange.message;

/** The two boxes as the database sees them: the pieces of SQL in which they differ. Constants only. */
enum Box {
    /** Ordered by what was copied into the recipient's row; a message taken out of the box has none of it. */
    INBOX("r.message") {
        @Override
        String columns() {
            return "coalesce(r.available_at, r.delivered_at) as available_at, r.seen_at is null as unread";
        }

        @Override
        String walked(BoxQuery query) {
            return "from recipient r force index (%s) straight_join message m on m.id = r.message"
                    .formatted(index(query));
        }

        @Override
        String joined() {
            return " straight_join recipient r on r.message = w.message and r.person in (:owner)"
                    + " straight_join message m on m.id = r.message";
        }

        @Override
        String key(BoxQuery query) {
            return query.filter() == BoxQuery.Filter.REMOVED
                    ? "r.removed_at"
                    : switch (query.order()) {
                        case DATE -> "r.available_at";
                        case SUBJECT -> "r.subject_key";
                        case SENDER -> "r.sender_key";
                        case SIZE -> "r.bytes";
                    };
        }

        private String index(BoxQuery query) {
            return switch (query.filter()) {
                case UNREAD -> "recipient_unread";
                case AVAILABLE -> "recipient_end";
                case REMOVED -> "recipient_removed";
                case ALL, EXPIRED, DELETED ->
                    switch (query.order()) {
                        case DATE -> "recipient_box";
                        case SUBJECT -> "recipient_subject";
                        case SENDER -> "recipient_sender";
                        case SIZE -> "recipient_bytes";
                    };
            };
        }

        @Override
        String where(BoxQuery.Filter filter) {
            return "r.person in (:owner)"
                    + switch (filter) {
                        case ALL -> "";
                        case UNREAD -> " and r.seen_at is null";
                        case AVAILABLE -> " and r.ends_at > :now";
                        case EXPIRED -> " and r.ends_at <= :now";
                        case REMOVED -> " and m.state <> 'DELETED'";
                        case DELETED -> " and false";
                    };
        }
    },
    SENT("m.id") {
        @Override
        String columns() {
            return "m.available_at, false as unread";
        }

        @Override
        String walked(BoxQuery query) {
            return "from message m force index (%s)".formatted(index(query.order()));
        }

        @Override
        String joined() {
            return " straight_join message m on m.id = w.message";
        }

        @Override
        String key(BoxQuery query) {
            return switch (query.order()) {
                case DATE, SENDER -> "m.available_at";
                case SUBJECT -> "m.subject_key";
                case SIZE -> "m.byte_count";
            };
        }

        private String index(BoxQuery.Order order) {
            return switch (order) {
                case DATE, SENDER -> "message_sent_date";
                case SUBJECT -> "message_sent_subject";
                case SIZE -> "message_sent_bytes";
            };
        }

        @Override
        String where(BoxQuery.Filter filter) {
            return "m.sender in (:owner) and m.available_at is not null and m.origin_kind = 'letter'"
                    + switch (filter) {
                        case ALL, UNREAD, REMOVED -> "";
                        case AVAILABLE -> " and m.state = 'SENT' and (m.ends_at is null or m.ends_at > :now)";
                        case EXPIRED -> " and m.state in ('SENT', 'EXPIRED') and m.ends_at <= :now";
                        case DELETED -> " and m.state = 'DELETED'";
                    };
        }
    };

    private final String id;

    Box(String id) {
        this.id = id;
    }

    /** The message's id, which decides among equals. */
    String id() {
        return id;
    }

    abstract String columns();

    /** The box in the order asked for, by one index range. */
    abstract String walked(BoxQuery query);

    /** The box's rows of a few messages {@code w}. */
    abstract String joined();

    /** What the box is sorted by; rows without it are not in it. */
    abstract String key(BoxQuery query);

    abstract String where(BoxQuery.Filter filter);

    /**
     * Condition for a box of several entries of one human being (C-6): what reached two of them stands there once, as
     * it was received by the entry under which it is opened, see {@link OwnEntries}. For one entry there is none, so
     * that its box stays one index range.
     */
    String once(int entries) {
        return this == SENT || entries < 2 ? "" : """
                 and (r.person = :own
                      or not exists (select 1 from recipient twin
                                     where twin.message = r.message and twin.person in (:owner)
                                       and (twin.person = :own or twin.person < r.person)
                                       and (twin.available_at is not null or twin.removed_at is not null)))
                """;
    }
}
