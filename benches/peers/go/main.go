// The people table by gofakeit: rows, threads and a path in, CSV out.
//
// usage: people_gofakeit ROWS THREADS PATH
package main

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"log"
	"math/rand/v2"
	"os"
	"runtime"
	"strconv"
	"time"

	"github.com/brianvoe/gofakeit/v7"
)

const chunkRows = 25_000

const header = "id,uuid,first_name,last_name,email,city,country,dob,created_at,balance,status,phone\n"

func day(year int, month time.Month, day int) time.Time {
	return time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
}

func status(random *rand.Rand) string {
	switch draw := random.IntN(100); {
	case draw < 70:
		return "active"
	case draw < 90:
		return "inactive"
	case draw < 98:
		return "suspended"
	}
	return "closed"
}

// rows makes one chunk.
func rows(chunk, count int) []byte {
	faker := gofakeit.New(uint64(chunk) + 1)
	random := rand.New(rand.NewPCG(42, uint64(chunk)))
	var buffer bytes.Buffer
	writer := csv.NewWriter(&buffer)
	for row := chunk * chunkRows; row < min(count, (chunk+1)*chunkRows); row++ {
		err := writer.Write([]string{
			strconv.Itoa(row + 1),
			faker.UUID(),
			faker.FirstName(),
			faker.LastName(),
			faker.Email(),
			faker.City(),
			faker.Country(),
			faker.DateRange(day(1950, 1, 1), day(2010, 12, 31)).Format("2006-01-02"),
			faker.DateRange(day(2020, 1, 1), day(2026, 1, 1)).Format("2006-01-02 15:04:05"),
			strconv.FormatFloat(1000+500*random.NormFloat64(), 'f', 2, 64),
			status(random),
			faker.Phone(),
		})
		if err != nil {
			log.Fatal(err)
		}
	}
	writer.Flush()
	return buffer.Bytes()
}

func main() {
	if len(os.Args) != 4 {
		log.Fatal("usage: people_gofakeit ROWS THREADS PATH")
	}
	count, err := strconv.Atoi(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	threads, err := strconv.Atoi(os.Args[2])
	if err != nil {
		log.Fatal(err)
	}
	runtime.GOMAXPROCS(threads)
	file, err := os.Create(os.Args[3])
	if err != nil {
		log.Fatal(err)
	}
	fmt.Fprint(file, header)
	chunks := (count + chunkRows - 1) / chunkRows
	for start := 0; start < chunks; start += 2 * threads {
		made := make([]chan []byte, min(2*threads, chunks-start))
		for i := range made {
			made[i] = make(chan []byte, 1)
			go func() { made[i] <- rows(start+i, count) }()
		}
		for _, text := range made {
			if _, err := file.Write(<-text); err != nil {
				log.Fatal(err)
			}
		}
	}
	if err := file.Close(); err != nil {
		log.Fatal(err)
	}
}
