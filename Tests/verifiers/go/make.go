package main

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// makeNote signs the text of a file with the key of each name.
func makeNote(file, text string, names []string) error {
	data, err := os.ReadFile(text)
	if err != nil {
		return err
	}
	var signers []note.Signer
	for _, name := range names {
		signer, vkey, err := newSigner(name, seed(name))
		if err != nil {
			return err
		}
		fmt.Println(vkey)
		signers = append(signers, signer)
	}
	signed, err := note.Sign(&note.Note{Text: string(data)}, signers...)
	if err != nil {
		return err
	}
	return os.WriteFile(file, signed, 0o644)
}

// entry is what such a log holds at an index.
func entry(index int64) []byte {
	return bytes.Repeat([]byte(fmt.Sprintf("entry %d;", index)), int(index%5))
}

// The hashes of a tree in the order in which x/mod stores them.
type stored []tlog.Hash

func (s stored) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	var hashes []tlog.Hash
	for _, index := range indexes {
		if index >= int64(len(s)) {
			return nil, fmt.Errorf("hash %d is not stored", index)
		}
		hashes = append(hashes, s[index])
	}
	return hashes, nil
}

func build(size int64) (stored, error) {
	var hashes stored
	for index := int64(0); index < size; index++ {
		more, err := tlog.StoredHashes(index, entry(index), hashes)
		if err != nil {
			return nil, err
		}
		hashes = append(hashes, more...)
	}
	return hashes, nil
}

func write(dir, name string, data []byte) error {
	file := filepath.Join(dir, name)
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return err
	}
	return os.WriteFile(file, data, 0o644)
}

// makeTree writes a log of some entries, signed by the log and one witness.
func makeTree(dir string, size int64, origin, witness string) error {
	hashes, err := build(size)
	if err != nil {
		return err
	}
	// x/mod names one partial tile for every width on the way; one checkpoint needs the last only.
	last := map[tlog.Tile]tlog.Tile{}
	for _, tile := range tlog.NewTiles(8, 0, size) {
		last[tlog.Tile{H: 8, L: tile.L, N: tile.N}] = tile
	}
	for _, tile := range last {
		data, err := tlog.ReadTileData(tile, hashes)
		if err != nil {
			return err
		}
		if err := write(dir, path(tile), data); err != nil {
			return err
		}
	}
	for first := int64(0); first < size; first += 256 {
		width := min(256, size-first)
		var bundle []byte
		for index := first; index < first+width; index++ {
			bundle = binary.BigEndian.AppendUint16(bundle, uint16(len(entry(index))))
			bundle = append(bundle, entry(index)...)
		}
		tile := tlog.Tile{H: 8, L: -1, N: first / 256, W: int(width)}
		if err := write(dir, path(tile), bundle); err != nil {
			return err
		}
	}
	root, err := tlog.TreeHash(size, hashes)
	if err != nil {
		return err
	}
	log, logKey, err := newSigner(origin, seed(origin))
	if err != nil {
		return err
	}
	cosigner, witnessKey := newCosigner(witness, seed(witness), 1_800_000_000)
	text := (&checkpoint{origin: origin, size: size, root: root}).text()
	signed, err := note.Sign(&note.Note{Text: text}, log, cosigner)
	if err != nil {
		return err
	}
	fmt.Println(logKey)
	fmt.Println(witnessKey)
	return write(dir, "checkpoint", signed)
}

// makeProof writes the receipt of an entry of a log that makeTree wrote.
func makeProof(dir string, index int64, file string) error {
	signed, err := os.ReadFile(filepath.Join(dir, "checkpoint"))
	if err != nil {
		return err
	}
	size := number(string(bytes.Split(signed, []byte("\n"))[1]))
	hashes, err := build(size)
	if err != nil {
		return err
	}
	proof, err := tlog.ProveRecord(size, index, hashes)
	if err != nil {
		return err
	}
	return os.WriteFile(file, (&receipt{index, proof, signed}).file(), 0o644)
}
