export interface Customer {
  readonly id: string;
  readonly name: string;
  readonly city: string;
  readonly plan: string;
  readonly since: string;
  readonly phone: string;
  /** In the company's currency. */
  readonly balance: number;
  readonly notes: readonly string[];
}

const rows: readonly [name: string, city: string, plan: string, since: string, balance: number, ...notes: string[]][] =
  [
    ['Amina Okafor', 'Lagos', 'Fibre 100', '2021-03-14', 0, 'Moved house in May, router replaced.'],
    ['Kwame Mensah', 'Accra', 'Mobile Plus', '2019-11-02', 42.5, 'Prefers calls after 17:00.'],
    ['Wanjiru Kamau', 'Nairobi', 'Fibre 300', '2022-07-21', 0, 'Two tickets about evening speed, both solved.'],
    ['Thandiwe Nkosi', 'Durban', 'Mobile Start', '2024-01-09', 18, 'Payment plan until January.'],
    ['Jean-Bosco Uwimana', 'Kigali', 'Business 50', '2020-05-30', 0, 'Invoice to accounts department.'],
    ['Fatou Diallo', 'Dakar', 'Fibre 100', '2023-02-17', 7.9],
    ['Maria Santos', 'Cebu', 'Mobile Plus', '2018-08-08', 0, 'Daughter Ana may ask about the contract.'],
    ['Rajesh Iyer', 'Chennai', 'Business 200', '2017-12-01', 310.2, 'Renewal due next month.'],
    ['Nguyễn Thị Lan', 'Da Nang', 'Fibre 300', '2021-09-19', 0],
    ['Siti Rahmawati', 'Bandung', 'Mobile Start', '2025-04-04', 0, 'New SIM sent on Friday.'],
    ['Yusuf Demir', 'İzmir', 'Fibre 100', '2020-10-26', 23.4],
    ['Leila Haddad', 'Tunis', 'Mobile Plus', '2022-03-03', 0, 'Wants French-speaking support.'],
    ['Tendai Moyo', 'Harare', 'Business 50', '2019-06-15', 96, 'Asked for a credit note.'],
    ['Grace Achieng', 'Kisumu', 'Fibre 100', '2024-11-28', 0],
    ['Carlos Mendoza', 'Davao', 'Mobile Start', '2023-08-11', 4.5],
    ['Hana Tesfaye', 'Addis Ababa', 'Fibre 300', '2021-01-22', 0, 'Outage credit granted in October.'],
    ['Omar Farouk', 'Alexandria', 'Business 200', '2016-04-18', 0],
    ['Priya Nair', 'Kochi', 'Mobile Plus', '2020-02-29', 11.2],
  ];

/** Invented people, so that the demonstration has something worth protecting. */
export const customers: readonly Customer[] = rows.map(([name, city, plan, since, balance, ...notes], index) => ({
  id: String(10_241 + index * 37),
  name,
  city,
  plan,
  since,
  phone: `+00 555 01${String(index).padStart(2, '0')}`,
  balance,
  notes,
}));
