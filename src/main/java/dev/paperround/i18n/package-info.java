/** Says everything in English, German and Chinese. */
package dev.paperround.i18n;
