/** Decides who may operate the program: tokens, sessions in the browser and OpenID Connect. */
package dev.paperround.admin.access;
