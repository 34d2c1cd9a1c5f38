package fr.pli.exchange.account;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Which column of an import says what; headers in French or English, accents, case and punctuation ignored.
 *
 * @param width number of columns every line must have
 * @param ignored headers that mean nothing here
 */
record ImportHeader<C extends Enum<C> & ImportColumn>(Map<C, Integer> positions, int width, List<String> ignored) {

    static <C extends Enum<C> & ImportColumn> ImportHeader<C> of(List<String> cells, Class<C> columns) {
        var positions = new EnumMap<C, Integer>(columns);
        var ignored = new ArrayList<String>();
        for (int i = 0; i < cells.size(); i++) {
            place(cells.get(i), i, columns, positions, ignored);
        }
        for (C column : columns.getEnumConstants()) {
            if (column.titles().required() && !positions.containsKey(column)) {
                throw DirectoryRefusal.IMPORT_COLUMN_MISSING.with(
                        column.titles().french(), column.titles().english());
            }
        }
        return new ImportHeader<>(positions, cells.size(), List.copyOf(ignored));
    }

    /** What a line says in that column; empty where the file does not have it. */
    String cell(List<String> cells, C column) {
        Integer position = positions.get(column);
        return position == null ? "" : cells.get(position);
    }

    private static <C extends Enum<C> & ImportColumn> void place(
            String cell, int position, Class<C> columns, Map<C, Integer> positions, List<String> ignored) {
        String name = ImportColumn.Titles.key(cell);
        for (C column : columns.getEnumConstants()) {
            if (column.titles().keys().contains(name)) {
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
}
