/// Countries as tables of Epoch AI spell them.
enum EpochCountries {
  static let codes = [
    "Argentina": "AR", "Australia": "AU", "Austria": "AT", "Bangladesh": "BD", "Belgium": "BE",
    "Brazil": "BR",
    "Bulgaria": "BG", "Canada": "CA", "Chile": "CL", "China": "CN", "Colombia": "CO", "Croatia": "HR",
    "Czechia": "CZ",
    "Denmark": "DK", "Egypt": "EG", "Estonia": "EE", "Finland": "FI", "France": "FR", "Germany": "DE",
    "Greece": "GR",
    "Hong Kong": "HK", "Hungary": "HU", "Iceland": "IS", "India": "IN", "Indonesia": "ID",
    "Iran (Islamic Republic of)": "IR", "Ireland": "IE", "Israel": "IL", "Italy": "IT", "Japan": "JP",
    "Korea (Republic of)": "KR", "Luxembourg": "LU", "Macao": "MO", "Malaysia": "MY", "Mexico": "MX",
    "Morocco": "MA",
    "Netherlands": "NL", "New Zealand": "NZ", "Norway": "NO", "Pakistan": "PK", "Poland": "PL",
    "Portugal": "PT",
    "Qatar": "QA", "Romania": "RO", "Russia": "RU", "Saudi Arabia": "SA", "Singapore": "SG", "Slovakia": "SK",
    "Slovenia": "SI", "South Africa": "ZA", "Spain": "ES", "Sweden": "SE", "Switzerland": "CH",
    "Taiwan": "TW",
    "Thailand": "TH", "Turkey": "TR", "Ukraine": "UA", "United Arab Emirates": "AE",
    "United Kingdom of Great Britain and Northern Ireland": "GB", "United States of America": "US",
    "Viet Nam": "VN",
    "Vietnam": "VN",
  ]
}
