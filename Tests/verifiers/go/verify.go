package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/mod/sumdb/tlog"
)

func verifyNote(file string, vkeys []string) error {
	data, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	opened, err := open(data, vkeys)
	if err != nil {
		return err
	}
	for _, signature := range opened.Sigs {
		fmt.Println("signed by", signature.Name)
	}
	return nil
}

func verifyProof(file, entry string, vkeys []string) error {
	data, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	leaf, err := os.ReadFile(entry)
	if err != nil {
		return err
	}
	read, err := readReceipt(data)
	if err != nil {
		return err
	}
	signed, err := readCheckpoint(read.signed, vkeys)
	if err != nil {
		return err
	}
	if read.index >= signed.size {
		return fmt.Errorf("index %d in a tree of %d", read.index, signed.size)
	}
	if err := tlog.CheckRecord(read.proof, signed.size, signed.root, read.index, tlog.RecordHash(leaf)); err != nil {
		return err
	}
	fmt.Printf("entry %d of %d of %s\n", read.index, signed.size, signed.origin)
	return nil
}

// verifyConsistency takes two checkpoints without looking at who signed them, and the hashes between.
func verifyConsistency(oldFile, newFile string, texts []string) error {
	var sizes [2]int64
	var roots [2]tlog.Hash
	for i, file := range []string{oldFile, newFile} {
		data, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		lines := strings.Split(string(data), "\n")
		if len(lines) < 3 {
			return fmt.Errorf("%s is no checkpoint", file)
		}
		sizes[i] = number(lines[1])
		if roots[i], err = tlog.ParseHash(lines[2]); err != nil {
			return err
		}
	}
	var proof tlog.TreeProof
	for _, text := range texts {
		hash, err := tlog.ParseHash(text)
		if err != nil {
			return err
		}
		proof = append(proof, hash)
	}
	if sizes[0] < 1 || sizes[0] > sizes[1] {
		return fmt.Errorf("sizes %d and %d", sizes[0], sizes[1])
	}
	return tlog.CheckTree(proof, sizes[1], roots[1], sizes[0], roots[0])
}

// A folder is a log as it is served. Tiles that it hands to x/mod are checked there against the root.
type folder struct {
	path  string
	tiles map[tlog.Tile][]byte
}

func (f *folder) Height() int { return 8 }

func (f *folder) read(tile tlog.Tile) ([]byte, error) {
	data, err := os.ReadFile(filepath.Join(f.path, path(tile)))
	if !os.IsNotExist(err) || tile.W == 256 {
		return data, err
	}
	full := tile
	full.W = 256
	if data, err = os.ReadFile(filepath.Join(f.path, path(full))); err != nil {
		return nil, err
	}
	if tile.L >= 0 && len(data) == 256*tlog.HashSize {
		data = data[:tile.W*tlog.HashSize]
	}
	return data, nil
}

func (f *folder) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	var all [][]byte
	for _, tile := range tiles {
		data, found := f.tiles[tile]
		if !found {
			var err error
			if data, err = f.read(tile); err != nil {
				return nil, err
			}
			f.tiles[tile] = data
		}
		all = append(all, data)
	}
	return all, nil
}

func (f *folder) SaveTiles([]tlog.Tile, [][]byte) {}

func verifyTree(dir string, vkeys []string) error {
	data, err := os.ReadFile(filepath.Join(dir, "checkpoint"))
	if err != nil {
		return err
	}
	signed, err := readCheckpoint(data, vkeys)
	if err != nil {
		return err
	}
	size := signed.size
	files := &folder{dir, map[tlog.Tile][]byte{}}
	reader := tlog.TileHashReader(tlog.Tree{N: size, Hash: signed.root}, files)
	root, err := tlog.TreeHash(size, reader)
	if err != nil {
		return err
	}
	if root != signed.root {
		return fmt.Errorf("the tiles have the root %s", root)
	}
	if err := verifyEntries(files, size, reader); err != nil {
		return err
	}
	return verifySamples(size, signed.root, reader)
}

// verifyEntries compares every entry with its hash, and every hash with the root, through the reader.
func verifyEntries(files *folder, size int64, reader tlog.HashReader) error {
	for first := int64(0); first < size; first += 256 {
		width := int(min(256, size-first))
		data, err := files.read(tlog.Tile{H: 8, L: -1, N: first / 256, W: width})
		if err != nil {
			return err
		}
		entries, err := readBundle(data)
		if err != nil {
			return err
		}
		if len(entries) != width {
			return fmt.Errorf("bundle %d has %d entries, not %d", first/256, len(entries), width)
		}
		var indexes []int64
		for i := range entries {
			indexes = append(indexes, tlog.StoredHashIndex(0, first+int64(i)))
		}
		hashes, err := reader.ReadHashes(indexes)
		if err != nil {
			return err
		}
		for i, entry := range entries {
			if tlog.RecordHash(entry) != hashes[i] {
				return fmt.Errorf("entry %d has another hash than its tile says", first+int64(i))
			}
		}
	}
	return nil
}

func verifySamples(size int64, root tlog.Hash, reader tlog.HashReader) error {
	step := max(1, size/97)
	count := 0
	// Up to the last entry, whose proof goes along the right edge.
	for index := (size - 1) % step; index < size; index += step {
		hashes, err := reader.ReadHashes([]int64{tlog.StoredHashIndex(0, index)})
		if err != nil {
			return err
		}
		inclusion, err := tlog.ProveRecord(size, index, reader)
		if err != nil {
			return err
		}
		if err := tlog.CheckRecord(inclusion, size, root, index, hashes[0]); err != nil {
			return err
		}
		old, err := tlog.TreeHash(index+1, reader)
		if err != nil {
			return err
		}
		consistency, err := tlog.ProveTree(size, index+1, reader)
		if err != nil {
			return err
		}
		if err := tlog.CheckTree(consistency, size, root, index+1, old); err != nil {
			return err
		}
		count++
	}
	fmt.Printf("%d entries, %d inclusion proofs, %d consistency proofs\n", size, count, count)
	return nil
}

func min(a, b int64) int64 {
	if a < b {
		return a
	}
	return b
}

func max(a, b int64) int64 {
	if a > b {
		return a
	}
	return b
}
