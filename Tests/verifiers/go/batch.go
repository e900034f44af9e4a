package main

import (
	"crypto/ed25519"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/mod/sumdb/note"
)

// countSignatures says of each file of a folder, in the order of their names, how many of the keys signed it, or - where x/mod
// refuses it.
func countSignatures(dir string, vkeys []string) error {
	var verifiers []note.Verifier
	for _, vkey := range vkeys {
		verifier, err := newVerifier(vkey)
		if err != nil {
			return err
		}
		verifiers = append(verifiers, verifier)
	}
	files, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	for _, file := range files {
		data, err := os.ReadFile(filepath.Join(dir, file.Name()))
		if err != nil {
			return err
		}
		if opened, err := note.Open(data, note.VerifierList(verifiers...)); err != nil {
			fmt.Println("-")
		} else {
			fmt.Println(len(opened.Sigs))
		}
	}
	return nil
}

// verifySignatures says of each line of a file whether the signature holds.
func verifySignatures(file string) error {
	data, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	for _, line := range strings.Split(strings.TrimSuffix(string(data), "\n"), "\n") {
		var parts [3][]byte
		for i, text := range strings.Split(line, " ") {
			if parts[i], err = hex.DecodeString(text); err != nil {
				return err
			}
		}
		fmt.Println(ed25519.Verify(parts[0], parts[2], parts[1]))
	}
	return nil
}
