/** Tests of folders, deposits and rights to documents. */
package fr.pli.expertise.folder;
