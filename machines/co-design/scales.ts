/** Scales of maturity, lowest level first. `trl` and `srl` count from 1 to 9, technology and society. */
export const scales = {
  service: ['idea', 'concept', 'prototype', 'pilot', 'official', 'embedded'],
  trl: [
    'principle observed',
    'concept formulated',
    'proof of concept',
    'validated in the laboratory',
    'validated where it will be used',
    'demonstrated where it will be used',
    'prototype in operation',
    'complete and qualified',
    'proven in operation',
  ],
  srl: [
    'need identified',
    'proposal formulated',
    'first test with those concerned',
    'validated with those concerned',
    'validated by those who decide',
    'demonstrated in its setting',
    'refined and retested',
    'targeted to society',
    'proven in society',
  ],
} as const;
