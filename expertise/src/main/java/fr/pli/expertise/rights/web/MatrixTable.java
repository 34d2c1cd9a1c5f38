package fr.pli.expertise.rights.web;

import fr.pli.expertise.rights.Cell;
import fr.pli.expertise.rights.ExpertiseState;
import fr.pli.expertise.rights.FolderKind;
import fr.pli.expertise.rights.FolderKind.Group;
import fr.pli.expertise.rights.Matrix;
import fr.pli.expertise.rights.Role;
import fr.pli.expertise.rights.Whose;
import java.util.Arrays;
import java.util.List;

/** The matrix in one state, as a page prints it: folders down, roles across. */
record MatrixTable(ExpertiseState state, List<Block> blocks) {

    static MatrixTable of(Matrix matrix, ExpertiseState state) {
        return new MatrixTable(
                state,
                Arrays.stream(Group.values())
                        .map(group -> new Block(
                                group,
                                Arrays.stream(FolderKind.values())
                                        .filter(folder -> folder.group() == group)
                                        .map(folder -> row(matrix, folder, state))
                                        .toList()))
                        .toList());
    }

    private static Row row(Matrix matrix, FolderKind folder, ExpertiseState state) {
        return new Row(
                folder,
                Arrays.stream(Role.values())
                        .map(role -> entry(matrix, role, folder, state))
                        .toList());
    }

    private static Entry entry(Matrix matrix, Role role, FolderKind folder, ExpertiseState state) {
        return new Entry(
                role,
                matrix.cell(role, folder, Whose.OWN, state),
                matrix.cell(role, folder, Whose.OTHER, state),
                matrix.distinguishes(role, folder));
    }

    /** The folders of a group. */
    record Block(Group group, List<Row> rows) {}

    /** A folder; its entries are in the order of the roles. */
    record Row(FolderKind folder, List<Entry> entries) {}

    /** What a role has in a folder. @param apart whether own and other folders are told apart */
    record Entry(Role role, Cell own, Cell other, boolean apart) {}
}
