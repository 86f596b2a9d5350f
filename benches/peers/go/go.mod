module people_gofakeit

go 1.23

require github.com/brianvoe/gofakeit/v7 v7.15.0
