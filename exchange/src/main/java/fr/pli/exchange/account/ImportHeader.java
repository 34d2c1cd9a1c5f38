package fr.pli.exchange.account;

import fr.pli.exchange.platform.Folding;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which column of an import says what; headers in French or English, accents, case and punctuation ignored.
 *
 * @param width number of columns every line must have
 * @param ignored headers that mean nothing here
 */
record ImportHeader(Map<Column, Integer> positions, int width, List<String> ignored) {

    /** The columns of a directory file; the state is exported, and ignored when it is read back. */
    enum Column {
        EMAIL(true, "E-mail", "E-mail", "mail", "courriel", "adresse", "adressemail", "adresseemail", "address"),
        FIRST_NAME(true, "Prénom", "First name", "givenname"),
        LAST_NAME(true, "Nom", "Last name", "surname", "familyname", "nomdefamille"),
        ORGANISATION(true, "Organisation", "Organisation", "organization", "organisme", "juridiction", "court", "body"),
        PROFILE(true, "Profil", "Profile"),
        LANGUAGE(false, "Langue", "Language"),
        ZONE(false, "Fuseau horaire", "Time zone", "fuseau", "zone");

        private final boolean required;
        private final String french;
        private final String english;
        private final Set<String> names = new HashSet<>();

        Column(boolean required, String french, String english, String... aliases) {
            this.required = required;
            this.french = french;
            this.english = english;
            names.add(key(french));
            names.add(key(english));
            names.addAll(List.of(aliases));
        }

        /** The header as an export in that language writes it. */
        String title(Locale language) {
            return language.getLanguage().equals("en") ? english : french;
        }

        private static String key(String header) {
            return String.join("", Folding.words(header));
        }
    }

    static ImportHeader of(List<String> cells) {
        var positions = new EnumMap<Column, Integer>(Column.class);
        var ignored = new ArrayList<String>();
        for (int i = 0; i < cells.size(); i++) {
            place(cells.get(i), i, positions, ignored);
        }
        for (Column column : Column.values()) {
            if (column.required && !positions.containsKey(column)) {
                throw DirectoryRefusal.IMPORT_COLUMN_MISSING.with(column.french, column.english);
            }
        }
        return new ImportHeader(positions, cells.size(), List.copyOf(ignored));
    }

    Particulars particulars(List<String> cells) {
        return new Particulars(
                cell(cells, Column.EMAIL),
                cell(cells, Column.FIRST_NAME),
                cell(cells, Column.LAST_NAME),
                cell(cells, Column.ORGANISATION),
                cell(cells, Column.PROFILE),
                cell(cells, Column.LANGUAGE),
                cell(cells, Column.ZONE));
    }

    private static void place(String cell, int position, Map<Column, Integer> positions, List<String> ignored) {
        String name = Column.key(cell);
        for (Column column : Column.values()) {
            if (column.names.contains(name)) {
                if (positions.put(column, position) != null) {
                    throw DirectoryRefusal.IMPORT_COLUMN_TWICE.with(cell.strip());
                }
                return;
            }
        }
        if (!cell.isBlank()) {
            ignored.add(cell.strip());
        }
    }

    private String cell(List<String> cells, Column column) {
        Integer position = positions.get(column);
        return position == null ? "" : cells.get(position);
    }
}
